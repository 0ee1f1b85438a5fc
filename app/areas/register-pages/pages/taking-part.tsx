import type { Translator } from '../../../platform/i18n/messages.ts'
import { urls } from '../../../urls.ts'
import { RegisterStanding } from './register-frame.tsx'

export interface TakingPartProps {
  readonly translator: Translator
  readonly counts: string
  /** Of the picture; undefined where nobody knows a place. */
  readonly size: { readonly width: number; readonly height: number } | undefined
  readonly authorised: string | undefined
}

/** On the first page: how many have signed, and where. The map is a picture that comes when it is scrolled to. */
export function TakingPart({ translator, counts, size, authorised }: TakingPartProps) {
  const { language, t } = translator
  return (
    <>
      <p>{counts}</p>
      {size && (
        <p>
          <a href={urls.registerMap(language)}>
            <img
              src={urls.registerMapPicture(language)}
              alt={t('register.map.title')}
              width={size.width}
              height={size.height}
              loading="lazy"
            />
          </a>
        </p>
      )}
      <p>
        <a href={urls.register(language)}>{t('register.home.link')}</a>
      </p>
      <RegisterStanding translator={translator} authorised={authorised} />
    </>
  )
}
