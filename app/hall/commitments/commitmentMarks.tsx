/** Small parts that several screens of this room share. */
import type { ReactNode } from 'react';
import type { CommitmentStatus } from '#db/schema';
import { useFormat, useSection } from '~/i18n';
import type { LiveEvent } from '~/live';
import { Badge, type BadgeTone } from '~/ui';
import { commitmentWords } from './commitmentWords';

const TONES: Readonly<Record<CommitmentStatus, BadgeTone>> = {
  planned: 'neutral',
  underway: 'brand',
  done: 'success',
  dropped: 'neutral',
};
const SIGNS: Readonly<Record<CommitmentStatus, string>> = {
  planned: '◇',
  underway: '◐',
  done: '■',
  dropped: '✕',
};

export function StatusBadge({ status }: { status: CommitmentStatus }) {
  const section = useSection(commitmentWords);
  return (
    <Badge tone={TONES[status]}>
      <span aria-hidden="true">{SIGNS[status]}</span>
      {section.status[status]}
    </Badge>
  );
}

export function LateBadge() {
  const section = useSection(commitmentWords);
  return (
    <Badge tone="danger">
      <span aria-hidden="true">!</span>
      {section.late}
    </Badge>
  );
}

/** A fact with its name, for lists of facts. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="whitespace-pre-line">{children}</dd>
    </div>
  );
}

export const quietLink =
  'inline-flex min-h-11 items-center text-brand underline underline-offset-2 print:hidden';

/** What the pages of notes show. */
export function concernsNotes(event: LiveEvent): boolean {
  return (
    event.type === 'hint' &&
    (event.about === 'notes' || event.about === 'agenda' || event.about === 'rakerda')
  );
}

/** What the pages of commitments show: the promises, and the figures they start from. */
export function concernsCommitments(event: LiveEvent): boolean {
  return (
    event.type === 'level' ||
    event.type === 'state' ||
    (event.type === 'hint' &&
      (event.about === 'commitments' || event.about === 'agenda' || event.about === 'rakerda'))
  );
}

/** The totals of a list of promises, each with its name. */
export function Tile({ label, value, tone = '' }: { label: string; value: number; tone?: string }) {
  const format = useFormat();
  return (
    <div className={`rounded-xl border bg-surface px-4 py-3 ${tone === '' ? 'border-line' : tone}`}>
      <dt className="text-sm text-muted">{label}</dt>
      <dd translate="no" className="text-2xl font-bold tabular-nums">
        {format.number(value)}
      </dd>
    </div>
  );
}
