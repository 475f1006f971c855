/** Whether a picture can be set on paper: tried in a thread, for a picture may be broken in ways that only drawing shows. */
import { provenFileJob, Unproven } from '~/work';

const PAGE = '#image("picture", width: 20pt, alt: "-")';

export const pictureJob = provenFileJob<{ readonly bytes: Uint8Array<ArrayBuffer> }>(
  'picture.proof',
  async () => {
    const { typeset } = await import('./typst.server');
    return ({ bytes }) => {
      try {
        return typeset(PAGE, { lang: 'id' }, new Date(0).toISOString(), bytes);
      } catch (error) {
        throw new Unproven(String(error));
      }
    };
  },
);
