/** The screens of this room, for its routes. */
export { PublishedListScreen } from './publishedListScreen';
