/** The start page of somebody who is not signed in: what this is, for whom, and how it goes. */
import { useSection, useText } from '~/i18n';
import { ButtonLink, Card } from '~/ui';
import { overviewWords } from './overviewWords';

export function Welcome({ demo }: { demo: boolean }) {
  const text = useText();
  const overviewText = useSection(overviewWords);
  const words = overviewText.welcome;
  return (
    <div className="space-y-10">
      <header className="flex items-center justify-between gap-10 rounded-2xl border border-line bg-brand-soft px-5 py-8 sm:px-10 sm:py-12">
        <div>
          <p className="font-semibold text-brand-strong">{text.productName}</p>
          <h1 className="mt-1 max-w-4xl text-3xl sm:text-4xl">{words.title}</h1>
          <p className="mt-4 max-w-4xl text-lg">{words.lead}</p>
          <div className="mt-6 flex flex-wrap gap-3">
            {/* Most who open this page in a hall hold a card. */}
            <ButtonLink tone="primary" to="/gabung">
              {words.haveCard}
            </ButtonLink>
            <ButtonLink to="/masuk">{words.signIn}</ButtonLink>
            {demo ? <ButtonLink to="/masuk#demo-title">{words.tryDemo}</ButtonLink> : null}
          </div>
          {demo ? <p className="mt-3 max-w-prose text-sm">{words.demoNote}</p> : null}
        </div>
        <img src="/icon.svg" alt="" width="224" height="224" className="mr-8 shrink-0 max-xl:hidden" />
      </header>
      <section aria-labelledby="langkah">
        <h2 id="langkah" className="mb-4 text-2xl">
          {words.stepsTitle}
        </h2>
        <ol className="grid gap-4 md:grid-cols-3">
          {words.steps.map((step, place) => (
            <li key={step.title} className="flex gap-4 rounded-xl border border-line bg-surface p-5">
              <span
                aria-hidden="true"
                className="flex size-10 shrink-0 items-center justify-center rounded-full bg-brand text-lg font-bold text-on-brand"
              >
                {place + 1}
              </span>
              <div>
                <h3 className="text-lg">{step.title}</h3>
                <p className="mt-1 text-muted">{step.text}</p>
              </div>
            </li>
          ))}
        </ol>
      </section>
      <div className="grid gap-6 lg:grid-cols-2">
        <Card>
          <h2 className="mb-3 text-xl">{words.forWhomTitle}</h2>
          <dl className="space-y-3">
            {words.forWhom.map((group) => (
              <div key={group.who}>
                <dt className="font-semibold">{group.who}</dt>
                <dd className="text-muted">{group.what}</dd>
              </div>
            ))}
          </dl>
        </Card>
        <Card>
          <h2 className="mb-3 text-xl">{words.notTitle}</h2>
          <ul className="list-disc space-y-3 pl-5 text-muted">
            {words.not.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
}
