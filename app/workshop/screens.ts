/** The screens of this room, for its routes. */
export { type DraftAnswer, DraftScreen } from './draftScreen';
export { PreviewFrame } from './previewFrame';
export { VersionsScreen } from './versionsScreen';
export { WorkshopScreen } from './workshopScreen';
