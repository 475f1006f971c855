/** A guide with the way to those of the other roles. */
import { NavLink } from '@remix-run/react';
import { useSection, useText } from '~/i18n';
import type { Role } from '#db/schema';
import type { Guide } from './guide.server';
import { guideWords } from './guideWords';

export function GuideScreen(props: {
  guide: Guide | null;
  /** In the order of the policy, each with its address. */
  roles: readonly { readonly role: Role; readonly path: string }[];
  own: Role | null;
}) {
  const words = useSection(guideWords);
  const text = useText();
  return (
    <div className={`grid gap-x-10 gap-y-4 ${props.guide ? 'lg:grid-cols-[15rem_1fr]' : ''}`}>
      <nav aria-label={words.roles} className="print:hidden">
        {props.guide ? <p className="text-lg font-semibold">{words.title}</p> : <h1>{words.title}</h1>}
        <p className="text-sm text-muted">
          {words.lead} {words.language}
        </p>
        <ul
          className={`mt-2 flex flex-wrap gap-1 ${props.guide ? 'lg:flex-col' : 'max-w-3xl sm:grid sm:grid-cols-2'}`}
        >
          {props.roles.map(({ role, path }) => (
            <li key={role}>
              <NavLink
                to={path}
                className={({ isActive }) =>
                  `flex min-h-11 items-center rounded-lg px-3 font-medium hover:bg-sunken ${isActive ? 'bg-brand-soft text-brand' : 'text-ink'}`
                }
              >
                {text.role[role]}
                {role === props.own ? <span className="ml-1 text-sm text-muted">({words.own})</span> : null}
              </NavLink>
            </li>
          ))}
        </ul>
        <p className="mt-2 text-sm text-muted">{words.print}</p>
      </nav>
      {props.guide ? (
        <article lang="id" className="guide" dangerouslySetInnerHTML={{ __html: props.guide.html }} />
      ) : null}
    </div>
  );
}
