import { useSection } from '~/i18n';
import { Badge } from '~/ui';
import { accountWords } from './accountWords';

/** In which state an account is; several may hold at once. */
export function StateBadges(props: {
  isDisabled: boolean;
  isDemo: boolean;
  mustChangePassword: boolean;
  isInitialOver: boolean;
}) {
  const words = useSection(accountWords).list.state;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {props.isDisabled ? <Badge tone="danger">{words.disabled}</Badge> : null}
      {props.isDemo ? <Badge tone="accent">{words.demo}</Badge> : null}
      {props.mustChangePassword && !props.isDisabled ? (
        props.isInitialOver ? (
          <Badge tone="danger">{words.initialOver}</Badge>
        ) : (
          <Badge>{words.initial}</Badge>
        )
      ) : null}
      {props.isDisabled || props.isDemo || props.mustChangePassword ? null : (
        <Badge tone="success">{words.active}</Badge>
      )}
    </span>
  );
}
