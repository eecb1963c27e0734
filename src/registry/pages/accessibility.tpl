<h1>{{#_}}Accessibility statement{{/_}}</h1>
<div class="v-text v-flow v-gap-4">
<p>{{#_}}This statement concerns the service Vastin. It was written on{{/_}} <span class="v-nowrap">{{MADE}}</span>{{#_}}. The assessment is our own.{{/_}}</p>
<h2>{{#_}}How accessible the service is{{/_}}</h2>
<p>{{#_}}The service aims at WCAG 2.2, level AA; the law asks for WCAG 2.1, level AA. It meets these partly, as far as is known: not everything has been tested yet.{{/_}}</p>
<p>{{#_}}Tested: the pages are checked by machine (axe) in Chromium when the service is built, narrow and wide, and they work by keyboard and without scripts.{{/_}}</p>
<h2>{{#_}}What has not been tested{{/_}}</h2>
<ul><li>{{#_}}use with screen readers (WCAG 1.3.1, 4.1.2, 4.1.3){{/_}}</li><li>{{#_}}other browsers than Chromium{{/_}}</li><li>{{#_}}tests with people who have disabilities{{/_}}</li><li>{{#_}}text spacing set by the reader on very narrow screens, where the largest sums may reach over the edge (WCAG 1.4.12){{/_}}</li></ul>
<h2>{{#_}}Tell us{{/_}}</h2>
<p>{{#_}}If something is not accessible to you, tell us.{{/_}} {{ANSWERED}}</p>
<p class="v-actions"><a class="ds-button" data-variant="secondary" href="{{FEEDBACK}}">{{#_}}Give feedback on accessibility{{/_}}</a></p>
{{#CONTACT}}<p>{{OFFICE}}, {{ROLE}}{{#WEB}}<br><a href="{{ADDRESS}}">{{#_}}Contact details are on the city’s page on the agreement{{/_}}</a>{{/WEB}}</p>{{/CONTACT}}
<h2>{{#_}}The supervising authority{{/_}}</h2>
<p>{{NO_ANSWER}} {{AUTHORITY}}.</p>
<p><a href="{{AUTHORITY_WEB}}">{{#_}}Website of the supervising authority on accessibility{{/_}}</a></p>
{{#ASSUMED}}<div class="v-note"><p>{{#_}}Assumed until the city confirms it:{{/_}}</p><p>{{TEXT}}</p></div>{{/ASSUMED}}
<p class="v-meta">{{#_}}Source:{{/_}} {{SOURCE}}</p>
</div>
