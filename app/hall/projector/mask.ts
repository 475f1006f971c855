/** Takes out of a picture what a viewer may not see yet. Pure: what a viewer is sent has come through here. */
import type { FullPicture } from './fullPicture';
import type { AgencyMark, Picture, Scene } from './scene';

export interface Mask {
  readonly namesHidden: boolean;
  /** Codes of agencies whose names stand on the screen all the same. */
  readonly revealed: readonly string[];
  readonly focus: string | null;
}

/** Sees every name: the remote. Otherwise the viewer's own agency, which they always see; null where there is none. */
export type Eyes = 'all' | { readonly ownCode: string | null };

/** The picture for one viewer. A hidden agency's key is its place on this screen: it says nothing about which one it is. */
export function maskPicture(full: FullPicture, mask: Mask, eyes: Eyes): Picture {
  const revealed = new Set(mask.revealed);
  const ownCode = eyes === 'all' ? null : eyes.ownCode;
  const agencies = full.agencies.map(({ code, name }, place): AgencyMark => {
    const isOwn = code === ownCode;
    const isShown = !mask.namesHidden || eyes === 'all' || isOwn || revealed.has(code);
    return {
      key: isShown ? code : `h${place}`,
      name: isShown ? name : null,
      isOwn,
      isFocused: code === mask.focus,
    };
  });
  const longestName = Math.max(0, ...full.agencies.map(({ name }) => name.length));
  const ownLeftOut = full.leftOut.find(({ code }) => code === ownCode)?.name;
  return { agencies, longestName, ownLeftOut, content: withoutPlaces(full.content, agencies) };
}

/** A district says whose it is: where one of the agencies is hidden, so are its districts, and no headline names one. */
function withoutPlaces(content: Scene, agencies: readonly AgencyMark[]): Scene {
  if (content.scene !== 'topicParts' || agencies.every(({ name }) => name !== null)) return content;
  return {
    ...content,
    headline: content.plain,
    rows: content.rows.map((row) =>
      typeof agencies[row.agency]?.name === 'string' ? row : { ...row, place: null },
    ),
  };
}

/** How many of the names of a picture stand on the screen of the hall. */
export function countRevealed(full: FullPicture, mask: Mask): number {
  if (!mask.namesHidden) return full.agencies.length;
  const revealed = new Set(mask.revealed);
  return full.agencies.filter(({ code }) => revealed.has(code)).length;
}
