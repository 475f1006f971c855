/** The screens of this room; only routes come through this door. */
export { MonitorScreen } from './monitorScreen';
export { useLiveMonitor } from './useLiveMonitor';
