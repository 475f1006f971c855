export { TableScreen } from './tableScreen';
