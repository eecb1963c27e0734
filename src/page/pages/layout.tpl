<!doctype html>
<html lang="{{LANG}}" data-color-scheme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{#WRONG}}{{#_}}Error:{{/_}} {{/WRONG}}{{TITLE}} – Vastin, {{TOWN}}</title>
<link rel="icon" href="{{ICON}}" type="image/svg+xml">
<link rel="stylesheet" href="{{STYLE}}">
{{#ALTERNATE}}<link rel="alternate" type="{{TYPE}}" title="{{NAME}}" href="{{ADDRESS}}">
{{/ALTERNATE}}{{#SCRIPTED}}<script src="{{SCRIPT}}" defer></script>
{{/SCRIPTED}}</head>
<body data-size="sm"{{#SESSION}} data-session-ends="{{ENDS}}"{{/SESSION}}>
<a class="ds-skip-link" href="#content">{{#_}}Skip to content{{/_}}</a>
{{#DEMO}}{{>DEMO_BAR}}{{/DEMO}}
<header class="v-head">
<svg class="v-core" aria-hidden="true">{{#CORE}}<rect class="v-{{PAYER}}" x="{{X}}%" width="{{WIDTH}}%" height="100%"/>{{/CORE}}</svg>
<div class="v-wrap v-head__row">
<a class="v-brand" href="{{HOME}}"><svg class="v-mark" viewBox="0 0 32 32" aria-hidden="true"><rect class="v-own" x="2" y="2" width="28" height="4"/><rect class="v-city" x="2" y="7.5" width="28" height="6.5"/><rect class="v-eu" x="2" y="15.5" width="28" height="14.5"/></svg><span><span class="v-brand__name">Vastin</span> <span class="v-brand__of">{{SERVICE}}</span></span></a>
<nav class="v-nav--main" aria-label="{{#_}}Main menu{{/_}}"><ul class="v-nav">{{#MENU}}<li><a href="{{ADDRESS}}"{{#HERE}} aria-current="true"{{/HERE}}>{{NAME}}</a></li>{{/MENU}}</ul></nav>
<nav class="v-head__end" aria-label="{{#_}}Language and account{{/_}}"><ul class="v-nav">{{#LANGUAGES}}<li><a href="{{ADDRESS}}" lang="{{CODE}}" hreflang="{{CODE}}"{{#HERE}} aria-current="true"{{/HERE}}>{{NAME}}</a></li>{{/LANGUAGES}}
{{#STRANGER}}<li><a href="{{SIGN_IN}}"><svg class="v-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="m10 17 5-5-5-5"/><path d="M15 12H3"/><path d="M15 3h4a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-4"/></svg>{{#_}}Sign in{{/_}}</a></li>{{/STRANGER}}
{{#PERSON}}<li><details class="v-menu"><summary><svg class="v-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M17.925 20.056a6 6 0 0 0-11.851.001"/><circle cx="12" cy="11" r="4"/><circle cx="12" cy="12" r="10"/></svg><span class="v-menu__name">{{NAME}}</span></summary><div class="v-menu__list"><p class="v-meta">{{NAME}}</p><ul class="v-bare"><li><a href="{{ACCOUNT}}">{{#_}}My account{{/_}}</a></li>{{#ACTS_FOR}}<li><a href="{{ORGANISATIONS}}">{{#_}}Organisations{{/_}}</a></li>{{/ACTS_FOR}}<li><form action="{{SIGN_OUT}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><button class="v-plain-button" type="submit">{{#_}}Sign out{{/_}}</button></form></li></ul></div></details></li>{{/PERSON}}</ul></nav>
</div>
</header>
{{#PARKED}}<div class="v-state v-state--{{LOOK}}" role="region" aria-label="{{#_}}Kept from your ended session{{/_}}"><div class="v-wrap v-state__row">
<p class="v-state__what">{{WHAT}}</p>
<p>{{DETAIL}}{{#LINK}} <a class="v-inherit" href="{{ADDRESS}}">{{NAME}}</a>{{/LINK}}</p>
</div></div>{{/PARKED}}
{{#STATE}}<div class="v-state v-state--{{LOOK}}" role="region" aria-label="{{#_}}State of the application{{/_}}"><div class="v-wrap v-state__row">
<p class="v-state__what"><svg class="v-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{{#IS_DRAFT}}<path d="M12 3H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2v-7"/><path d="M18.375 2.625a1 1 0 0 1 3 3l-9.013 9.014a2 2 0 0 1-.853.505l-2.873.84a.5.5 0 0 1-.62-.62l.84-2.873a2 2 0 0 1 .506-.852z"/>{{/IS_DRAFT}}{{#IS_SENT}}<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>{{/IS_SENT}}{{#IS_ENDED}}<circle cx="12" cy="12" r="10"/><path d="m4.9 4.9 14.2 14.2"/>{{/IS_ENDED}}</svg>{{WHAT}}</p>
<p>{{DETAIL}}</p>
<p class="v-saved" role="status">{{#IS_SAVED}}<svg class="v-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M20 6 9 17l-5-5"/></svg>{{SAVED}}{{/IS_SAVED}}</p>
</div></div>{{/STATE}}
<main{{#NARROW}} class="v-wrap v-main"{{/NARROW}} id="content" tabindex="-1">
{{#CRUMBS}}<nav class="v-crumbs" aria-label="{{#_}}You are here{{/_}}"><ol>{{#CRUMB}}<li><a class="v-crumbs__up" href="{{ADDRESS}}">{{NAME}}</a></li>{{/CRUMB}}<li><span aria-current="page">{{TITLE}}</span></li></ol></nav>{{/CRUMBS}}
{{#ERRORS}}<div class="v-error-box" role="alert" tabindex="-1" aria-labelledby="errors"><h2 id="errors">{{HEADING}}</h2><ul>{{#ERROR}}<li>{{#LINKED}}<a href="#{{FIELD}}">{{TEXT}}</a>{{/LINKED}}{{#PLAIN}}{{TEXT}}{{/PLAIN}}</li>{{/ERROR}}</ul></div>{{/ERRORS}}
{{>BODY}}
</main>
<footer class="v-foot">
<div class="v-wrap v-foot__row">
<ul><li><a href="{{HOME}}/help">{{#_}}Help and contact{{/_}}</a></li><li><a href="{{HOME}}/accessibility-statement">{{#_}}Accessibility statement{{/_}}</a></li><li><a href="{{HOME}}/privacy">{{#_}}Privacy{{/_}}</a></li></ul>
<p>{{OWNER}}</p>
</div>
</footer>
<svg class="v-hatch" aria-hidden="true" focusable="false"><defs><pattern id="v-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="v-outside" width="2" height="5"/></pattern></defs></svg>
</body>
</html>
