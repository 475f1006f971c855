/** The promises that are still to be kept, as a calendar file. */
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { formatDay } from '~/i18n';
import { addDays } from '~/i18n/zonedTime';
import type { Locale } from '~/instrument';
import { rakerdaPath } from '~/paths';
import { cleanLine, plainText } from '~/text';
import type { RakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { isOpen } from './commitment';
import type { Commitment } from './commitmentRows.server';
import { calendarWords } from './calendarWords';
import { commitmentWords } from './commitmentWords';

/**
 * An iCalendar text: one all-day event per open commitment, with a reminder seven days before. The same commitment keeps
 * its UID, and its version is the SEQUENCE, so that a calendar that imports the file again moves what it has.
 * @param origin where the product is reached, for the links back
 */
export function commitmentsCalendar(
  rakerda: RakerdaFacts,
  commitments: readonly Commitment[],
  locale: Locale,
  origin: string,
  stamp: Date,
): string {
  const section = commitmentWords[locale];
  const words = calendarWords[locale];
  const demo = rakerda.isDemo ? `${words.demo} ` : '';
  const calendar = ical({
    name: demo + words.name({ rakerda: cleanLine(rakerda.name) }),
    prodId: { company: 'Rakerda SPBE', product: 'Komitmen', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const one of commitments) {
    if (!isOpen(one.status)) continue;
    const what = plainText(one.what);
    const event = calendar.createEvent({
      id: `${one.id}@${rakerda.id}.rakerda`,
      sequence: one.version,
      stamp,
      allDay: true,
      start: allDay(one.dueOn),
      end: allDay(addDays(one.dueOn, 1)),
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: demo + words.summary({ agency: cleanLine(one.agencyName), what: cleanLine(what) }),
      description: [
        ...(rakerda.isDemo ? [words.demoFile] : []),
        what,
        words.who({ who: plainText(one.who) }),
        words.measure({ measure: plainText(one.measure) }),
        words.status({ status: section.status[one.status] }),
        `${section.board.due}: ${formatDay(one.dueOn, locale)}`,
      ].join('\n'),
      url: `${origin}${rakerdaPath(rakerda.id, 'commitments')}/${one.id}`,
    });
    event.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: 7 * 86_400,
      description: words.alarm({ what: cleanLine(what) }),
    });
  }
  return calendar.toString();
}

/** A calendar day as the library writes one: it takes the UTC parts of what it gets, wherever the server stands. */
function allDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
