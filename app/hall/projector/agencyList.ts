/** The agencies of one picture, in the order in which its rows name them. */
import { shortAgencyName } from '~/i18n';
import type { FullPicture } from './fullPicture';

export class AgencyList {
  private readonly places = new Map<string, number>();
  private readonly list: { readonly code: string; readonly name: string }[] = [];

  /** The place of an agency in the picture; it is added where the picture did not name it yet. */
  place(agency: { readonly code: string; readonly name: string }): number {
    const known = this.places.get(agency.code);
    if (known !== undefined) return known;
    const place = this.list.length;
    this.places.set(agency.code, place);
    this.list.push({ code: agency.code, name: shortAgencyName(agency.name) });
    return place;
  }

  all(): FullPicture['agencies'] {
    return [...this.list];
  }
}
