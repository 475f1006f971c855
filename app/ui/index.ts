/** The few parts every screen uses. Nothing here knows about assessments or Rakerda. */
export { AccountProvider, useAccount } from './account';
export { Alert, type AlertTone } from './alert';
export { Badge, type BadgeTone } from './badge';
export { Button, ButtonLink, buttonClass, type ButtonTone } from './button';
export { Card } from './card';
export { replayEarlyInput, watchEarlyInput } from './earlyInput';
export { CheckField, ErrorSummary, SelectField, TextAreaField, TextField } from './field';
export { FilterForm } from './filterForm';
export { useHydrated } from './hydrated';
export { keptAction, keptActionTaking, keptRevalidation } from './keptAction';
export { KeptForm } from './keptForm';
export { dropAllKept } from './keptInput';
export { LevelMark } from './levelMark';
export { useNonce } from './nonce';
export { type Crumb, PageHeader } from './pageHeader';
export { RouteError } from './routeError';
export { DemoMark, Shell, type ShellActor } from './shell';
