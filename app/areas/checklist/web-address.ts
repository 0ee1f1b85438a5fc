/** A web address as people write it: `https://` is put before what starts like `www.example.org`. */
export const webAddress = (text: string): string => (/^[a-z][a-z+.-]*:/i.test(text) ? text : `https://${text}`)
