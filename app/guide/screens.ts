export { GuideScreen } from './guideScreen';
