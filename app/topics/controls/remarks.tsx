/** What must be known beside the figures of a sheet. */
import { useLocale } from '~/i18n';
import { localize, type LocalizedText } from '~/instrument';
import { REMARK } from '~/rakerda/remarkSign';

export function Remarks({ of }: { of: readonly LocalizedText[] }) {
  const locale = useLocale();
  return of.map((remark) => (
    <p key={remark.id} translate="no" className="text-sm font-medium">
      <span aria-hidden="true">{REMARK} </span>
      {localize(remark, locale)}
    </p>
  ));
}
