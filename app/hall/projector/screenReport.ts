/** What a screen of the hall says of itself: what really stands on it. It travels in the address of its question. */
import * as z from 'zod/mini';
import { SCENES } from './projectorState';

/** How often a screen says what it shows; who listens to the screens asks as often. */
export const REPORT_MS = 4000;
/** A screen that says nothing for so long has lost its line. */
export const SILENT_MS = 11_000;

/** Names a screen without scripts in its address. */
export const PLAIN_ID = 'polos';

const FACES = ['shown', 'blank', 'frozen', 'lost'] as const;

const text = z.string();
const number = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(1_000_000));

export const screenId = text.check(z.regex(/^[\w-]{8,40}$/));

export const screenReportSchema = z.object({
  /** Made by the page when it is opened. */
  id: screenId,
  scene: z.enum(SCENES),
  /** From 1; 1 of 1 where the scene has no pages. */
  page: number,
  pages: number,
  /** Of the remote, as the screen last heard of it. */
  version: number,
  /** `lost`: the screen itself knows that it is not up to date. */
  face: z.enum(FACES),
});
export type ScreenReport = z.infer<typeof screenReportSchema>;

/** The same as part of an address. */
export function reportQuery(report: ScreenReport): string {
  return new URLSearchParams({
    layar: report.id,
    adegan: report.scene,
    halaman: String(report.page),
    dari: String(report.pages),
    versi: String(report.version),
    muka: report.face,
  }).toString();
}

/** The report in an address; null where it holds none. */
export function reportIn(query: URLSearchParams): ScreenReport | null {
  const parsed = screenReportSchema.safeParse({
    id: query.get('layar'),
    scene: query.get('adegan'),
    page: query.get('halaman'),
    pages: query.get('dari'),
    version: query.get('versi'),
    face: query.get('muka'),
  });
  return parsed.success ? parsed.data : null;
}

/** A screen of the hall as the remote knows it. */
export const knownScreenSchema = z.object({
  id: z.string(),
  scene: z.enum(SCENES),
  page: z.int(),
  pages: z.int(),
  /** `behind`: connected, and yet it does not show what the remote decided. */
  state: z.enum([...FACES, 'behind']),
  /** Since when it shows this scene; of a lost one, when it was last heard. */
  since: z.string(),
});
export type KnownScreen = z.infer<typeof knownScreenSchema>;

export const knownScreensSchema = z.array(knownScreenSchema);
