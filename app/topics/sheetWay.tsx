/** Where a sheet is on its way to the head, and the way to the page where it is read through and decided on. */
import { useSection } from '~/i18n';
import { sheetFilePath } from '~/paths';
import { Stations } from '~/rakerda';
import { ButtonLink } from '~/ui';
import type { SheetPage } from './sheet.read.server';
import { topicWords } from './topicWords';

export function SheetWay({ page }: { page: SheetPage }) {
  const words = useSection(topicWords).sheet;
  const { way, rakerda, topic, agency } = page;
  if (page.version === 0) return null;
  const [step] = way.steps.filter((one) => one === 'submit' || one === 'approve');
  return (
    <section aria-label={words.wayTitle} className="max-w-4xl space-y-4 print:hidden">
      <Stations view={way} timeZone={rakerda.timeZone} />
      <ButtonLink
        // Whoever still fills in saves first: that stays the one thing to do here.
        tone={page.mayWrite || !step ? 'secondary' : 'primary'}
        to={sheetFilePath(rakerda.id, topic.code, agency.code, 'review')}
      >
        {step ? words.reviewAnd[step] : words.review}
      </ButtonLink>
    </section>
  );
}
