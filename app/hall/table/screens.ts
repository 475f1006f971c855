export { SheetScreen } from './sheetScreen';
export { TableScreen } from './tableScreen';
