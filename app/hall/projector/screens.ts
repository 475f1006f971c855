/** The door for routes: the React screens of this room. */
export { FollowScreen } from './followScreen';
export { type Closed, ClosedScreen, HallScreen } from './hallScreen';
export { RemoteScreen } from './remoteScreen';
