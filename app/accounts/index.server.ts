/** What the accounts room offers to the server side of other rooms and to routes. */
export { authorize, currentActor, notFound, requireActor } from './guard.server';
export { openSignInLimits, type SignInLimits } from './limits.server';
export { hashPassword, randomPassword, verifyPassword } from './password.server';
export {
  type AssessmentPlace,
  findAssessmentPlace,
  findRakerdaPlace,
  type RakerdaPlace,
} from './place.server';
