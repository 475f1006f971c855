/** Takes the kept pages and scripts off the device. Apart, and without `idb`: a page that nobody is signed in on carries it too. */
export const NAME = 'rakerda-halaman';

/** Nothing of anybody stays on the device. */
export async function dropPages(): Promise<void> {
  await Promise.all([dropDatabase(), dropScripts().catch(() => undefined)]);
}

async function dropScripts(): Promise<void> {
  // Neither is there on plain http.
  if (!window.isSecureContext) return;
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.unregister();
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

function dropDatabase(): Promise<void> {
  return new Promise((resolve) => {
    const asked = indexedDB.deleteDatabase(NAME);
    asked.onsuccess = () => resolve();
    asked.onerror = () => resolve();
    asked.onblocked = () => resolve();
  });
}
