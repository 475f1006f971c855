/** What the cards room offers to code that also runs in the browser. */
export { QrCode } from './qrCode';
