import {
  IconBriefcase,
  IconBuilding,
  IconBuildingCommunity,
  IconBuildingFactory2,
  IconFilter,
  IconFlag,
  IconHome,
  IconListDetails,
  IconMap2,
  IconSchool,
} from '@tabler/icons-react';
import type { PresetKey } from '../drawing/presets.ts';

const ICONS = {
  province: IconMap2,
  department: IconBriefcase,
  district: IconBuilding,
  commune: IconHome,
  offices: IconBuildingCommunity,
  schools: IconSchool,
  enterprises: IconBuildingFactory2,
  front: IconFlag,
  list: IconListDetails,
  criterion: IconFilter,
} as const satisfies Record<PresetKey, unknown>;

export function PresetIcon({ of }: { readonly of: PresetKey }) {
  const Icon = ICONS[of];
  return <Icon size={18} stroke={1.6} aria-hidden />;
}
