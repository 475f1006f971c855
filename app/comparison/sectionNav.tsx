import { useSection } from '~/i18n';
import { Link } from '@remix-run/react';
import { addressWith, type SectionKey, SECTIONS } from './sections';
import { comparisonWords } from './comparisonWords';

/** Jumps between the sections; while only one is shown, it changes which. Stays in sight. */
export function SectionNav({ section, search }: { section: SectionKey | null; search: URLSearchParams }) {
  const text = useSection(comparisonWords).nav;
  const look =
    'flex min-h-11 items-center rounded-lg px-3 font-medium whitespace-nowrap text-ink no-underline hover:bg-sunken';
  return (
    <nav
      aria-label={text.label}
      className="sticky top-0 z-30 low:static -mx-4 border-y border-line bg-canvas px-4 sm:-mx-6 sm:px-6 print:hidden"
    >
      <ul className="flex gap-1 sideways py-1">
        {SECTIONS.map((name) => (
          <li key={name}>
            <Link
              to={section === null ? `#${name}` : addressWith(search, { tampil: name })}
              aria-current={section === name ? 'true' : undefined}
              preventScrollReset={section !== null}
              className={`${look} ${section === name ? 'bg-brand-soft text-brand-strong underline decoration-2 underline-offset-8' : ''}`}
            >
              {text[name]}
            </Link>
          </li>
        ))}
        {section === null ? null : (
          <li className="ml-auto">
            <Link to={addressWith(search, { tampil: null })} className={look}>
              {text.all}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
