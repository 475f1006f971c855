/** What the frame around every page reads. */
import { compiled } from '#db/compiled';
import { type Args, currentActor } from '~/accounts/requestScope.server';
import { readLocale, readTheme } from '~/i18n/locale.server';
import { rakerdaInPath, readNotice } from '~/hall/monitor/index.server';
import { may } from '~/policy';

const selectAgency = compiled<{ code: string | null }>()((db, given) =>
  db.selectFrom('agency').select('name').where('code', '=', given('code')),
);

/** The theme, and for somebody who is signed in: who they are, where they may go, and what they were told. */
export async function readFrame({ request, context }: Pick<Args, 'request' | 'context'>) {
  const { db, instruments } = context;
  const theme = await readTheme(request);
  const actor = await currentActor({ request, context });
  if (!actor) return { theme, actor: null, notice: null };
  const {
    rows: [agency],
  } = await selectAgency(db, { code: actor.agencyCode });
  return {
    theme,
    actor: {
      id: actor.id,
      name: actor.name,
      role: actor.role,
      agencyName: agency?.name ?? null,
      /** Whoever belongs to an agency may have answers on the device that are not sent yet. */
      hasAgency: actor.agencyCode !== null,
      mayManageAccounts: may(actor, 'account.manage'),
      mayPrepareInstruments: may(actor, 'instrument.prepare'),
      mayReadAudit: may(actor, 'audit.read'),
    },
    notice: await readNotice(
      { db, actor, instruments, locale: await readLocale(request) },
      rakerdaInPath(new URL(request.url).pathname),
    ),
  };
}
