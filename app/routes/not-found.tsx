import { notFound } from '~/accounts/requestScope.server';

export function loader() {
  return notFound();
}

export default function NotFound() {
  return null;
}
