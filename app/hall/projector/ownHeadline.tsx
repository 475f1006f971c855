/** A headline that the facilitator writes for the scene on air, and the way back to what its figures say. */
import { useSection } from '~/i18n';
import { Button, TextField } from '~/ui';
import { MOST_HEADLINE } from './projectorState';
import { projectorWords } from './projectorWords';
import { Order, OrderButton, Part } from './remoteOrders';

export function OwnHeadline({ headline }: { readonly headline: string | null }) {
  const text = useSection(projectorWords).remote;
  return (
    <Part id="judul" title={text.headline}>
      <Order intent="headline" key={headline} className="space-y-2">
        <TextField
          id="judul-layar"
          name="to"
          label={text.headlineLabel}
          defaultValue={headline ?? ''}
          maxLength={MOST_HEADLINE}
          autoComplete="off"
        />
        <Button tone="secondary" className="min-h-14 w-full">
          {text.show}
        </Button>
      </Order>
      {headline === null ? null : <OrderButton intent="headline" to="" label={text.headlineOff} />}
    </Part>
  );
}
