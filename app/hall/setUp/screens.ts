/** The screens of setting up a Rakerda; only routes come through this door. */
export { EditScreen, isAboutDetails } from './editScreen';
export { NewRakerda } from './setUpScreen';
