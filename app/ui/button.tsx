import { Link, type LinkProps } from '@remix-run/react';
import type { ButtonHTMLAttributes } from 'react';

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';

const base =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-lg py-2 text-base font-semibold ' +
  'transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55 print:hidden';

const tones: Readonly<Record<ButtonTone, string>> = {
  // Its edge is seen in forced colours only, where the fill is not.
  primary: 'px-4 no-underline border border-transparent bg-brand text-on-brand hover:bg-brand-strong',
  secondary: 'px-4 no-underline border border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'px-1 text-brand underline underline-offset-4 decoration-1 hover:bg-brand-soft',
  danger: 'px-4 no-underline border border-danger bg-surface text-danger hover:bg-danger-soft',
};

/** The classes of a button, for the rare element that is neither `Button` nor `ButtonLink` (a plain `<a download>`). */
export function buttonClass(tone: ButtonTone = 'secondary', extra = ''): string {
  return `${base} ${tones[tone]} ${extra}`;
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { tone?: ButtonTone };

export function Button({ tone = 'primary', className = '', type = 'submit', ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(tone, className)} {...rest} />;
}

export function ButtonLink({
  tone = 'secondary',
  className = '',
  ...rest
}: LinkProps & { tone?: ButtonTone }) {
  return <Link className={buttonClass(tone, className)} {...rest} />;
}
