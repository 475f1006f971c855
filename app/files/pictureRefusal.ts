/** Why a picture is not taken. */
export const PICTURE_REFUSALS = ['svg', 'format', 'broken', 'moving', 'print', 'small', 'large'] as const;
export type PictureRefusal = (typeof PICTURE_REFUSALS)[number];
