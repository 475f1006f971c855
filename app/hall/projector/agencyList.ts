/** The agencies of one picture, in the order in which its rows name them, and those that it has no row for. */
import { shortAgencyName } from '~/i18n';
import type { FullPicture } from './fullPicture';

export class AgencyList {
  private readonly places = new Map<string, number>();
  private readonly list: { readonly code: string; readonly name: string }[] = [];
  private readonly left: { readonly code: string; readonly name: string }[] = [];

  /** The place of an agency in the picture; it is added where the picture did not name it yet. */
  place(agency: { readonly code: string; readonly name: string }): number {
    const known = this.places.get(agency.code);
    if (known !== undefined) return known;
    const place = this.list.length;
    this.places.set(agency.code, place);
    this.list.push({ code: agency.code, name: shortAgencyName(agency.name) });
    return place;
  }

  /** They have nothing to show here: on their own phone they are told so. */
  leaveOut(agencies: readonly { readonly code: string; readonly name: string }[]): void {
    this.left.push(...agencies.map(({ code, name }) => ({ code, name: shortAgencyName(name) })));
  }

  leftOut(): FullPicture['leftOut'] {
    return [...this.left];
  }

  all(): FullPicture['agencies'] {
    return [...this.list];
  }
}
