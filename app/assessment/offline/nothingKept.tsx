import { useSection } from '~/i18n';
import stylesheet from '~/tailwind.css?url';
import { nothingKeptWords } from './nothingKeptWords';
import type { KeptList } from './pageDatabase';

/** In the place of a page that the device does not have, where nobody answers. */
export function NothingKept({ lists }: { lists: readonly KeptList[] }) {
  const words = useSection(nothingKeptWords);
  return (
    <>
      <link rel="stylesheet" href={stylesheet} />
      <main className="mx-auto max-w-xl p-6">
        <h1 className="text-2xl font-bold">{words.title}</h1>
        <p className="mt-2">{words.say}</p>
        <p className="mt-2">
          <a href={window.location.href} className="inline-flex min-h-6 items-center text-brand underline">
            {words.again}
          </a>
        </p>
        <p className="mt-4">{lists.length > 0 ? words.here : words.nothing}</p>
        <ul className="mt-1 list-disc pl-6">
          {lists.map(({ path, name }) => (
            <li key={path}>
              <a href={path} className="inline-flex min-h-6 items-center text-brand underline">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
