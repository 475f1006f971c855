/** Takes the kept pages off the device. Apart, and without `idb`: a page that nobody is signed in on carries it too. */
export const NAME = 'rakerda-halaman';

/** Nothing of anybody stays on the device. */
export function dropPages(): Promise<void> {
  return new Promise((resolve) => {
    const asked = indexedDB.deleteDatabase(NAME);
    asked.onsuccess = () => resolve();
    asked.onerror = () => resolve();
    asked.onblocked = () => resolve();
  });
}
