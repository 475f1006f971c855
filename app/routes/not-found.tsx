import { notFound } from '~/accounts/guard.server';

export function loader() {
  return notFound();
}

export default function NotFound() {
  return null;
}
