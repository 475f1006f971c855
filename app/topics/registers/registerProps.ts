/** What every part of a register's page is handed, and where its forms go. */
import { registerPath } from '~/paths';
import type { RegisterAnswer } from './register.post.server';
import type { RegisterPage } from './register.read.server';

export interface RegisterProps {
  readonly page: RegisterPage;
  readonly answer: RegisterAnswer | undefined;
}

export function registerAddress(
  { rakerda, topic, agency, register }: RegisterPage,
  form: 'page' | 'cells' | 'table',
): string {
  const of = { topic: topic.code, agencyCode: agency.code, register: register.code };
  return registerPath(rakerda.id, of, form);
}
