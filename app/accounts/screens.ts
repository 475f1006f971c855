/** What the accounts room offers to routes: its screens and the forms they post. */
export { AccountNewScreen, type NewAccountOutcome } from './accountNewScreen';
export { type AccountOutcome, AccountScreen, DONE, type Done } from './accountScreen';
export { ACCOUNT_STATES, AccountListScreen } from './accountListScreen';
export { AuditScreen } from './auditScreen';
export {
  accountChangeSchema,
  agencyAccountsSchema,
  FORM_ERRORS,
  type FormErrors,
  newAccountSchema,
  passwordChangeSchema,
  signInSchema,
} from './accountForms';
export { isInitialOver } from './initialPassword';
export type { ProofRefusal } from './proofField';
export { OWN_DONE, type PasswordRefusal, PasswordScreen } from './passwordScreen';
export { type SignInRefusal, SignInScreen } from './signInScreen';
