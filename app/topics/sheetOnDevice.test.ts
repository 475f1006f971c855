/** A sheet that the device shows: what waits in its other parts counts, the open part begins as it was read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, KAMI, LAPOR, openHouse, PEMDI } from '#tests/house/house';
import { emptyFigures, kindOf, type Topic } from '~/instrument/topic';
import type { Actor } from '~/policy';
import { newestSeq } from '~/record/read.server';
import { saveSheet } from './saveSheet.server';
import { readEverySheet, readSheetPage } from './sheet.read.server';
import { sheetFromDevice } from './sheetOnDevice';
import { typedFrom } from './sheetForm';
import { withSheet, withTopic } from './topicScope.server';

let house: House;
let operator: Actor;
let id: string;
beforeAll(async () => {
  house = await openHouse();
  operator = await house.person('operator', '63.01');
  id = await house.rakerda({ topics: [LAPOR, PEMDI, KAMI] });
});
afterAll(() => house.close());

async function scopeOf(topic: Topic) {
  const meeting = await house.meeting(operator, id);
  return withSheet(await withTopic(meeting, topic.code, await newestSeq(house.db)), '63.01');
}
const at = (part: string) => new URLSearchParams({ bagian: part, pesan: 'disimpan' });

/** The form of a part as it was sent, with one figure in it. */
function sent(topic: Topic, part: string, code: string, value: string) {
  const typed = Object.keys(typedFrom(topic, emptyFigures(topic), 'id')).map(
    (of) => [`figure.${of}`, of === code ? [value] : []] as const,
  );
  const marks = { intent: ['save'], version: ['0'], 'seen.language': ['id'], part: [part] };
  const form = { ...Object.fromEntries(typed.map(([name, values]) => [name, [...values]])), ...marks };
  return { kept: { fields: {}, marks: {}, sent: form, label: topic.code } };
}

describe('a sheet without the server', () => {
  it('comes for all topics at once, each as its page would be given', async () => {
    const all = await readEverySheet(await house.meeting(operator, id), '63.01');
    expect(all.map(({ topic }) => topic.code).sort()).toEqual(
      [LAPOR, PEMDI, KAMI].map(({ code }) => code).sort(),
    );
    const own = all.find(({ topic }) => topic.code === LAPOR.code);
    const page = await readSheetPage(await scopeOf(LAPOR), new URLSearchParams());
    expect({ ...own, readAt: '' }).toEqual({ ...page, readAt: '' });
    // Over the wire and back nothing is lost.
    expect(JSON.parse(JSON.stringify(page))).toEqual(page);
  });

  it('is nobody else’s to fetch', async () => {
    const neighbour = await house.person('operator', '63.02');
    await expect(readEverySheet(await house.meeting(neighbour, id), '63.01')).rejects.toMatchObject({
      status: 403,
    });
  });

  it.each([
    [PEMDI, 'I1-L1-01'],
    [KAMI, '1.1'],
  ] as const)('what waits in another part counts as if it had arrived: %#', async (topic, code) => {
    const { parts } = kindOf(topic);
    const [first, second] = parts;
    if (!first || !second) throw new Error('one part only');
    const waiting = sent(topic, first.code, code, '1');
    const page = await readSheetPage(await scopeOf(topic), new URLSearchParams());
    const shown = sheetFromDevice(page, at(second.code), [waiting]);
    expect(shown).toMatchObject({ part: second.code, message: null, isFromDevice: true, version: 0 });
    expect(shown.figures[code]).toBe(1);
    // The open part is the form's own: it compares with what was read.
    expect(sheetFromDevice(page, at(first.code), [waiting]).figures).toEqual(page.figures);
    // Typed and not sent, it waits for nobody.
    const onlyTyped = { kept: { ...waiting.kept, sent: null } };
    expect(sheetFromDevice(page, at(second.code), [onlyTyped]).figures).toEqual(page.figures);

    await saveSheet(await scopeOf(topic), 0, { [code]: 1 });
    const arrived = await readSheetPage(await scopeOf(topic), at(second.code));
    expect(arrived.figures).toEqual(shown.figures);
  });

  it('leaves out what cannot be read, and parts that the topic does not have', async () => {
    const page = await readSheetPage(await scopeOf(PEMDI), new URLSearchParams());
    const [, second] = kindOf(PEMDI).parts;
    const strange = sent(PEMDI, 'I1', 'I1-L1-01', 'banyak');
    const gone = { kept: { ...strange.kept, sent: { ...strange.kept.sent, part: ['I99'] } } };
    const shown = sheetFromDevice(page, at(second?.code ?? ''), [strange, gone]);
    expect(shown.figures).toEqual(page.figures);
  });
});
