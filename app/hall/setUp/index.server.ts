/** What setting up a Rakerda offers to server code. */
export { createRakerdaIn, type NewRakerda } from './createRakerda.server';
export { postEdit, readEditPage } from './edit.post.server';
export { armsAnswerPath, postArms } from './setArms.server';
export { postSetUp } from './setUp.post.server';
export { readSetUpPage } from './setUp.read.server';
export { listTopicChoices, type TopicChoice } from './setUpChoices.server';
