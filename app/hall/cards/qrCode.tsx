/** A QR code. Always dark on white: some phones do not read it the other way round. */
export function QrCode(props: {
  qr: { readonly path: string; readonly size: number };
  label: string;
  className?: string;
}) {
  const size = String(props.qr.size);
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={`shrink-0 ${props.className ?? ''}`}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={props.qr.path} fill="#000" />
    </svg>
  );
}
