import { notFound } from '~/accounts/scope.server';

export function loader() {
  return notFound();
}

export default function NotFound() {
  return null;
}
