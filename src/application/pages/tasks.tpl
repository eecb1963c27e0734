<div class="v-two"><div>
<p class="v-eyebrow">{{CALL}}</p>
<h1>{{TITLE}}</h1>
<p class="v-lead v-gap-3">{{#_}}Fill in the parts in any order.{{/_}} {{PROGRESS}}</p>
<section class="v-section v-section--near" aria-labelledby="parts"><h2 id="parts">{{#_}}Application{{/_}}</h2>
<ul class="v-tasks v-gap-3">{{#TASK}}
<li><a href="{{ADDRESS}}">{{TITLE}}</a><span class="v-tasks__who">{{WHO}}</span><span class="v-tasks__state">{{#DONE}}{{#_}}Ready{{/_}}{{/DONE}}{{#BEGUN}}<span class="v-tag v-tag--draft">{{#_}}In progress{{/_}}</span>{{/BEGUN}}{{#WRONG}}<span class="v-tag v-tag--error">{{#_}}To correct{{/_}}</span>{{/WRONG}}{{#EMPTY}}<span class="v-tag">{{#_}}Not started{{/_}}</span>{{/EMPTY}}</span></li>{{/TASK}}
{{#CHECK}}<li><a href="{{ADDRESS}}">{{#_}}Check and send{{/_}}</a><span class="v-tasks__who">{{WHO}}</span></li>{{/CHECK}}
</ul></section>
</div>
<aside class="v-side" aria-label="{{#_}}Application in brief{{/_}}">
<dl class="v-keys v-keys--stack">
<div><dt>{{#_}}Applicant{{/_}}</dt><dd>{{ORGANISATION}}</dd></div>
{{#ASKED}}<div><dt>{{#_}}To be asked of the city{{/_}}</dt><dd class="v-num">{{MUNICIPAL}}</dd></div>{{/ASKED}}
</dl>
<p class="v-meta v-gap-4">{{#_}}Saving does not send the application.{{/_}}</p>
<p class="v-links v-gap-3"><a href="{{ANOTHER}}">{{#_}}Start another application to this call{{/_}}</a></p>
</aside></div>
