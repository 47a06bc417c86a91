import { Link, type LinkProps } from 'react-router-dom';
import { shape, type Look } from './button';
import { classes } from './classes';
import { Icon } from './icon';

/** A link that looks like a button; apart from it, so that the visit, which has no router, shares the button. */
export function ButtonLink({ look, icon, wide, className, children, ...rest }: Look & LinkProps) {
  return (
    <Link className={classes(shape({ look, wide }), className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
