/** Pages as usual systems of European towns send them: their markup and what they put around a text. All of it fictional. */

export type Menu = readonly (readonly [href: string, text: string])[]

export interface PageText {
  readonly lang: string
  /** Of the town. */
  readonly site: string
  readonly menu: Menu
  readonly title: string
  readonly body: string
}

export type Template = (page: PageText) => string

const dirOf = (lang: string): string => (/^ar/.test(lang) ? ' dir="rtl"' : '')
const items = (menu: Menu, item: (href: string, text: string) => string): string =>
  menu.map(([href, text]) => item(href, text)).join('\n')

export const wordpress: Template = ({ lang, site, menu, title, body }) => `<!DOCTYPE html>
<html lang="${lang}"${dirOf(lang)}>
<head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} &#8211; ${site}</title><meta name="generator" content="WordPress 6.8.3" />
<link rel='stylesheet' id='wp-block-library-css' href='/wp-includes/css/dist/block-library/style.min.css' media='all' />
<script src="/wp-includes/js/jquery/jquery.min.js" id="jquery-core-js"></script></head>
<body class="wp-singular page-template-default page wp-custom-logo wp-theme-town has-sidebar menu-visible">
<a class="skip-link screen-reader-text" href="#content">Skip</a>
<header id="masthead" class="site-header"><p class="site-title"><a href="/" rel="home">${site}</a></p>
<nav id="site-navigation" class="main-navigation"><ul id="primary-menu" class="menu">
${items(menu, (href, text) => `<li class="menu-item menu-item-type-post_type"><a href="${href}">${text}</a></li>`)}
</ul></nav></header>
<main id="primary" class="site-main"><article id="post-12" class="post-12 page type-page status-publish hentry">
<header class="entry-header"><h1 class="entry-title">${title}</h1></header>
<div class="entry-content">
${body}
</div></article></main>
<aside id="secondary" class="widget-area"><section class="widget widget_search"><form role="search"><input type="search" name="s"></form></section></aside>
<footer id="colophon" class="site-footer"><div class="site-info"><a href="https://wordpress.org/">WordPress</a></div></footer>
<script>window._wpemojiSettings={"baseUrl":"x"};</script></body></html>`

export const typo3: Template = ({ lang, site, menu, title, body }) => `<!DOCTYPE html>
<html dir="${dirOf(lang) ? 'rtl' : 'ltr'}" lang="${lang}"><head><meta charset="utf-8">
<!-- This website is powered by TYPO3 - inspiring people to share! -->
<meta name="generator" content="TYPO3 CMS"><title>${title} | ${site}</title></head>
<body id="p118" class="page-118 pagelevel-2 language-0 layout-default">
<div id="page-wrapper"><div class="navbar navbar-default" role="navigation"><ul class="nav navbar-nav">
${items(menu, (href, text) => `<li class="nav-item"><a href="${href}" title="${text}" class="nav-link"><span class="nav-link-text">${text}</span></a></li>`)}
</ul></div>
<div class="breadcrumb-section"><ol class="breadcrumb"><li><a href="/">${site}</a></li><li class="active">${title}</li></ol></div>
<div id="content" class="main-section"><!--TYPO3SEARCH_begin-->
<div id="c231" class="frame frame-default frame-type-text"><header class="frame-header"><h1 class="element-header">${title}</h1></header>
<div class="frame-inner">${body}</div></div><!--TYPO3SEARCH_end--></div>
<footer id="page-footer"><p>&copy; ${site}</p></footer></div></body></html>`

export const drupal: Template = ({ lang, site, menu, title, body }) => `<!DOCTYPE html>
<html lang="${lang}" dir="${dirOf(lang) ? 'rtl' : 'ltr'}" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8" />
<meta name="Generator" content="Drupal 11 (https://www.drupal.org)" /><title>${title} | ${site}</title></head>
<body class="path-node page-node-type-page"><a href="#main-content" class="visually-hidden focusable">Skip</a>
<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><header role="banner">
<nav role="navigation" aria-labelledby="block-main-menu" id="block-main"><h2 class="visually-hidden" id="block-main-menu">Main</h2><ul class="menu">
${items(menu, (href, text) => `<li class="menu-item"><a href="${href}" data-drupal-link-system-path="node/3">${text}</a></li>`)}
</ul></nav></header>
<main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content">
<div id="block-page-title" class="block block-core block-page-title-block"><h1 class="page-title"><span property="schema:name">${title}</span></h1></div>
<article role="article" about="/node/17"><div class="node__content"><div class="text-formatted field field--name-body field--type-text-with-summary field--label-hidden">
${body}
</div></div></article></div></div></main><footer role="contentinfo"><p>${site}</p></footer></div>
<script type="application/json" data-drupal-selector="drupal-settings-json">{"path":{"baseUrl":"\\/"}}</script></body></html>`

export const joomla: Template = ({ lang, site, menu, title, body }) => `<!DOCTYPE html>
<html lang="${lang}"${dirOf(lang)}><head><meta charset="utf-8"><meta name="generator" content="Joomla! - Open Source Content Management">
<title>${title}</title><script type="application/json" class="joomla-script-options new">{"csrf.token":"0"}</script></head>
<body class="site com_content wrapper-static view-article layout-blog itemid-101">
<header class="header container-header full-width"><div class="grid-child container-nav"><ul class="mod-menu mod-list nav">
${items(menu, (href, text) => `<li class="nav-item item-110"><a href="${href}">${text}</a></li>`)}
</ul></div></header>
<div class="site-grid"><div class="grid-child container-component"><main>
<div class="com-content-article item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h1 itemprop="headline">${title}</h1></div>
<div itemprop="articleBody" class="com-content-article__body">${body}</div></div></main></div></div>
<footer class="container-footer footer full-width"><p>${site}</p></footer></body></html>`

/** Written by somebody at the town hall twenty years ago. */
export const handMade: Template = ({
  lang,
  site,
  menu,
  title,
  body,
}) => `<html${lang ? ` lang="${lang}"` : ''}${dirOf(lang)}>
<head><title>${site} - ${title}</title></head>
<body bgcolor="#FFFFCC" link="#0000FF"><center><font face="Verdana" size="5"><b>${site}</b></font></center>
<table width="780" border="0" cellpadding="4"><tr><td width="160" valign="top" bgcolor="#CCCC99">
${items(menu, (href, text) => `<font size="2"><a href="${href}">${text}</a></font><br>`)}
</td><td valign="top"><h2>${title}</h2>
${body}
</td></tr></table><hr><font size="1">Webmaster</font></body></html>`

export const aspNet: Template = ({ lang, site, menu, title, body }) => `<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="${lang}"${dirOf(lang)}><head id="Head"><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>
	${title} - ${site}
</title></head><body id="Body"><form method="post" action="./Default.aspx" id="Form"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTcyNz" />
<div id="dnn_ControlPanel"></div><div class="topHeader"><ul class="dnnmega" id="dnn_menu">
${items(menu, (href, text) => `<li class="mmItem"><a href="${href}"><span>${text}</span></a></li>`)}
</ul></div><div id="dnn_ContentPane" class="contentPane"><div class="DnnModule DnnModule-DNN_HTML"><h1 class="Title Head">${title}</h1>
<div id="dnn_ctr_HtmlModule_lblContent" class="Normal">${body}</div></div></div></form></body></html>`

/** Nothing without scripts. */
export const scriptOnly = (
  site: string,
): string => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${site}</title>
<script defer src="/static/js/main.8f2d.js"></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>`
