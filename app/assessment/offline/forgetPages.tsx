import { useEffect } from 'react';
import { dropPages } from './dropPages';

/** On a page that nobody is signed in on: signed out, or the sign-in has expired. No page of anybody stays on the device. */
export function ForgetPages() {
  useEffect(() => void dropPages(), []);
  return null;
}
