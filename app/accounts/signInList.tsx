/** Where an account is signed in, each with a button that ends it. */
import { Form } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { HOUSE_TIME_ZONE } from '~/i18n/zonedTime';
import { Badge, Button, Sideways } from '~/ui';
import { ownAccountWords } from './ownAccountWords';
import { deviceName } from './deviceName';
import { ProofField, type ProofRefusal } from './proofField';
import type { Device } from './signIn.server';

/** @param proof where ending one of them asks for the own password first */
export function SignInList({
  devices,
  proof,
}: {
  devices: readonly Device[];
  proof?: { readonly why: ProofRefusal; readonly of: string } | undefined;
}) {
  const words = useSection(ownAccountWords);
  const format = useFormat();
  if (devices.length === 0) return <p>{words.noDevices}</p>;
  return (
    <Sideways label={words.devicesCaption}>
      <table className="w-full text-left">
        <caption className="sr-only">{words.devicesCaption}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            {[words.device, words.lastSeen, words.since].map((label) => (
              <th key={label} scope="col" className="py-2 pr-4">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => {
            const known = deviceName(device.userAgent);
            const name = known ? words.deviceOn(known) : words.unknownDevice;
            const since = format.dateTime(device.since, HOUSE_TIME_ZONE);
            return (
              <tr key={device.id} className="border-b border-line align-top">
                <th scope="row" className="py-2 pr-4 font-medium">
                  {name}{' '}
                  {device.isThis ? (
                    <Badge tone="brand">{words.thisDevice}</Badge>
                  ) : (
                    <Form method="post">
                      <input type="hidden" name="intent" value="endSignIn" />
                      <input type="hidden" name="signIn" value={device.id} />
                      <ProofField why={proof?.of === device.id ? proof.why : undefined} of={device.id} />
                      <Button tone="quiet" aria-label={words.endOneOf({ device: name, since })}>
                        {words.endOne}
                      </Button>
                    </Form>
                  )}
                </th>
                <td className="py-2 pr-4 whitespace-nowrap">
                  {format.dateTime(device.lastSeen, HOUSE_TIME_ZONE)}
                </td>
                <td className="py-2 pr-4 whitespace-nowrap">{since}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Sideways>
  );
}
