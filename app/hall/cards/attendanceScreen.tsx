/** Who is in the hall, by agency; the facilitator adds guests and corrects names. */
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import { rakerdaPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import { Alert, ListPages } from '~/ui';
import { AddForm, ChangeForm } from './attendanceForms';
import type { AttendanceProps, AttendanceRefusal, Group } from './attendancePage';
import { cardWords } from './cardWords';

export function AttendanceScreen(
  props: AttendanceProps & { refusal: AttendanceRefusal | undefined; live: ReactNode },
) {
  const { rakerda, agencies, absent, refusal, message } = props;
  const format = useFormat();
  const words = useSection(cardWords).attendance;
  const path = rakerdaPath(rakerda.id, 'attendance');
  return (
    <div className="space-y-6">
      <div>
        <MeetingHeader frame={props} current="attendance" title={words.title} lead={words.lead} />
      </div>
      {message && !refusal ? <Alert tone="success">{words.saved[message]}</Alert> : null}
      {props.isOpen ? null : <Alert>{words.closed}</Alert>}
      <Problem refusal={refusal} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="text-xl font-semibold">
          {words.present({
            present: format.number(agencies.length - absent.found),
            total: format.number(agencies.length),
          })}
          {' · '}
          {words.people({ count: format.number(props.people) })}
        </p>
        {props.live}
      </div>
      {props.editing ? (
        <ChangeForm key={props.editing.id} {...props} editing={props.editing} path={path} />
      ) : null}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <section aria-labelledby="daftar-hadir" className="space-y-6">
          <h2 id="daftar-hadir" className="text-xl">
            {words.listTitle}
          </h2>
          {props.groups.found === 0 ? (
            <p className="text-muted">{props.isOpen ? words.nobody : words.nobodyClosed}</p>
          ) : null}
          {props.groups.items.map((group) => (
            <GroupTable
              key={group.key}
              group={group}
              path={path}
              mayChange={props.mayChange}
              timeZone={rakerda.timeZone}
            />
          ))}
          {props.groups.isLong ? <ListPages part={props.groups} path={path} anchor="daftar-hadir" /> : null}
        </section>
        <div className="space-y-8">
          {props.mayChange ? <AddForm {...props} path={path} /> : null}
          {props.isOpen || props.people > 0 ? (
            <section aria-labelledby="belum-hadir" className="space-y-2">
              <h2 id="belum-hadir" className="text-xl">
                {(props.isOpen ? words.absentTitle : words.absentClosed)({
                  count: format.number(absent.found),
                })}
              </h2>
              {absent.found === 0 ? (
                <p>{words.allPresent}</p>
              ) : (
                <ul className="list-disc pl-5">
                  {absent.items.map(({ code, agencyName }) => (
                    <li key={code}>{agencyName}</li>
                  ))}
                </ul>
              )}
              {absent.isLong ? (
                <ListPages part={absent} path={path} anchor="belum-hadir" pageName="belum" />
              ) : null}
            </section>
          ) : null}
        </div>
      </div>
    </div>
  );
}

/** What stood in the way, where no single field is to blame. */
function Problem({ refusal }: { refusal: AttendanceRefusal | undefined }) {
  const words = useSection(cardWords).attendance;
  switch (refusal?.problem?.kind) {
    case 'locked':
      return <Alert tone="danger">{words.closed}</Alert>;
    case 'gone':
      return <Alert tone="danger">{words.gone}</Alert>;
    case 'moved':
    case undefined:
      return null;
  }
}

function GroupTable(props: { group: Group; path: string; mayChange: boolean; timeZone: string }) {
  const format = useFormat();
  const words = useSection(cardWords).attendance;
  const { group } = props;
  const where = group.agencyName ?? words.guests;
  const isGuests = group.agencyName === null;
  return (
    <section aria-labelledby={`dari-${group.key}`}>
      <h3 id={`dari-${group.key}`} className="text-lg">
        {where} <span className="font-normal text-muted">· {format.number(group.people.length)}</span>
      </h3>
      <table className="w-full text-left max-sm:block">
        <caption className="sr-only">{words.caption({ where })}</caption>
        <thead className="max-sm:sr-only">
          <tr className="border-b border-line-strong text-sm text-muted">
            <th scope="col" className="py-1 pr-4 font-medium">
              {words.name}
            </th>
            <th scope="col" className="w-2/5 py-1 pr-4 font-medium">
              {isGuests ? words.institution : words.position}
            </th>
            <th scope="col" className="w-44 py-1 pr-4 font-medium">
              {words.since}
            </th>
            {props.mayChange ? (
              <th scope="col" className="w-16 py-1 font-medium">
                <span className="sr-only">{words.action}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {group.people.map((person) => (
            <tr
              key={person.id}
              className="border-b border-line align-baseline max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-3 max-sm:py-1"
            >
              <th scope="row" className="py-1 pr-4 font-medium max-sm:w-full max-sm:py-0">
                {person.name}
              </th>
              <td className="py-1 pr-4 max-sm:grow max-sm:basis-40 max-sm:py-0">
                {[person.position, person.institution].filter((part) => part !== '').join(', ') || '–'}
              </td>
              <td className="py-1 pr-4 whitespace-nowrap text-muted max-sm:py-0 max-sm:pr-0">
                {format.time(person.joinedAt, props.timeZone)} · {person.byCard ? words.byCard : words.byHand}
              </td>
              {props.mayChange ? (
                <td className="max-sm:ml-auto">
                  <Link
                    to={`${props.path}?ubah=${person.id}#ubah`}
                    className="inline-flex min-h-11 items-center text-brand underline underline-offset-4"
                  >
                    <span aria-hidden="true">{words.change}</span>
                    <span className="sr-only">{words.changeOf({ name: person.name })}</span>
                  </Link>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
