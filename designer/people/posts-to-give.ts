import type { TFunction } from 'i18next';
import { ROLES, type Scope, scopesOf } from '#model';
import type { Me } from '../api/session.ts';
import type { Post, PostOfPerson } from './api.ts';
import type { Choice } from '../ui/search-select.tsx';
import { postAndUnit } from './words.ts';

/** A post whose work may be given, and what there is to give. */
export interface PostToGive extends Choice {
  readonly post: PostOfPerson;
  readonly scopes: readonly Scope[];
}

/** One's own posts in the unit where one works now: those elsewhere are given from there. */
export const ownPostsToGive = ({ capacities, unit }: Me, t: TFunction): readonly PostToGive[] =>
  capacities
    .filter(({ actingFor, unitId }) => actingFor === null && unitId === unit?.id)
    .map((each) => {
      const post = { ...each, id: each.postId };
      return { value: each.postId, label: postAndUnit(post, t), post, scopes: each.scopes };
    });

/** In the name of whoever holds it. */
export const postToGive = (post: Post, t: TFunction): PostToGive => ({
  value: post.id,
  label: `${post.holder?.name ?? ''} (${postAndUnit(post, t)})`,
  post,
  scopes: scopesOf(ROLES.filter((role) => post.roles.includes(role))),
});
