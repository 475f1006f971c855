/** English counts one thing in another form than several; Indonesian does not. */
export function counted(count: string, one: string, several: string): string {
  return `${count} ${count === '1' ? one : several}`;
}
