import type { ReactNode } from 'react';
import { useText } from '~/i18n';
import { type RakerdaPage, rakerdaPath } from '~/paths';
import { type Crumb, DemoMark, PageHeader } from '~/ui';
import type { RakerdaFacts } from './rakerdaFacts.server';
import { RakerdaNav } from './rakerdaNav';

/** The top of a page of the meeting: what the page is, the way back to the Rakerda and home, the other pages. */
export function MeetingHeader(props: {
  frame: {
    readonly rakerda: Pick<RakerdaFacts, 'id' | 'name' | 'state' | 'isDemo'>;
    readonly pages: readonly RakerdaPage[];
  };
  current: RakerdaPage;
  title: string;
  lead?: ReactNode;
  /** The pages between the Rakerda and this one. */
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
}) {
  const text = useText();
  const { rakerda, pages } = props.frame;
  return (
    <>
      <PageHeader
        mark={rakerda.isDemo ? <DemoMark /> : null}
        title={props.title}
        lead={props.lead}
        crumbs={[
          { to: '/', label: text.home },
          { to: rakerdaPath(rakerda.id), label: rakerda.name },
          ...(props.crumbs ?? []),
        ]}
        actions={props.actions}
      />
      <RakerdaNav rakerda={rakerda} may={pages} current={props.current} />
    </>
  );
}
