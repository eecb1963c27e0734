<h1>{{NAME}}</h1>
{{#PUBLISHED}}<p class="v-lead v-gap-3">{{#_}}This call is published.{{/_}} <a href="{{ADDRESS}}">{{#_}}Open its page{{/_}}</a></p>{{/PUBLISHED}}
{{#DISCARDED}}<p class="v-lead v-gap-3">{{#_}}This draft was discarded. It is kept to be read.{{/_}}</p>{{/DISCARDED}}
<p class="v-actions v-gap-4"><a class="ds-button" data-variant="secondary" href="{{PREVIEW}}">{{#_}}Preview{{/_}}</a> <a href="{{REHEARSAL}}">{{#_}}Rehearse the call{{/_}}</a> <a href="{{DIFFERENCE}}">{{#_}}What differs from the last call{{/_}}</a> <a href="{{FILE}}" download>{{#_}}The call as a file (TOML){{/_}}</a></p>
{{>REVISION}}
{{#EDITING}}<section class="v-section v-section--near" aria-labelledby="pages"><h2 id="pages">{{#_}}Pages{{/_}}</h2>
<ol class="v-ledger v-gap-4">{{#PAGE}}<li class="v-editing__page"><h3 class="v-h-small"><a href="{{ADDRESS}}">{{NAME}}</a></h3><p>{{#WRONG}}<span class="v-tag v-tag--error">{{COUNT}}</span> {{/WRONG}}{{#WARNED}}<span class="v-tag">{{COUNT}}</span> {{/WARNED}}{{#MISSING}}<span class="v-meta">{{TEXT}}</span>{{/MISSING}}{{#GOOD}}<span class="v-tag v-tag--sent">{{#_}}Nothing is missing{{/_}}</span>{{/GOOD}}</p></li>
{{/PAGE}}</ol></section>{{/EDITING}}
{{#FAULTS}}<section class="v-section" aria-labelledby="faults"><h2 id="faults">{{COUNT}}</h2>
<ul class="v-text v-gap-3 v-faults">{{#FAULT}}{{#ANY}}<li>{{#LINKED}}<a href="{{ADDRESS}}">{{TEXT}}</a>{{/LINKED}}{{#PLAIN}}{{TEXT}}{{/PLAIN}}</li>{{/ANY}}
{{/FAULT}}</ul></section>{{/FAULTS}}
{{#FINDINGS}}<section class="v-section" aria-labelledby="{{ID}}"><h2 id="{{ID}}">{{COUNT}}</h2>
{{#GROUP}}<h3 class="v-h-small v-gap-4">{{NAME}}</h3>
<ul class="v-text v-gap-2 v-faults">{{#FINDING}}<li>{{TEXT}}{{#SOURCE}} <span class="v-meta">{{TEXT}}</span>{{/SOURCE}} <span class="v-faults__links">{{#SPOT}}<a href="{{ADDRESS}}">{{#_}}Correct:{{/_}} {{LABEL}}</a>{{/SPOT}}</span></li>
{{/FINDING}}</ul>{{/GROUP}}</section>{{/FINDINGS}}
{{#PUBLISH}}<section class="v-section" aria-labelledby="publish"><h2 id="publish">{{#_}}Publish{{/_}}</h2>
{{#WHOLE}}<p class="v-text v-gap-3">{{#_}}Nothing stands in the way. Once published, the call is on its page for everybody, and its rules are kept for ever.{{/_}}</p>{{/WHOLE}}{{#CHANGE}}<p class="v-text v-gap-3">{{#_}}Nothing stands in the way. Once published, the change counts at once, and the call's page tells what was changed and when.{{/_}}</p>{{/CHANGE}}{{#LOOK}}<p class="v-text v-gap-3">{{#_}}Nothing stops the call, but look at what is listed above. Once published, the call is on its page for everybody, and its rules are kept for ever.{{/_}}</p>{{/LOOK}}{{#NOT_WHOLE}}<p class="v-text v-gap-3">{{#_}}The call can be published when nothing stands in the way any more.{{/_}}</p>{{/NOT_WHOLE}}
<form class="v-gap-4" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="version" value="{{VERSION}}">{{#SEEN}}<div class="ds-field v-option{{#ASKED}} v-has-error{{/ASKED}}"><input class="ds-input" type="checkbox" id="seen" name="seen" value="{{TOKEN}}"{{#ASKED}} aria-describedby="seen-error"{{/ASKED}}><label class="ds-label" for="seen">{{#_}}I have looked at what is listed, and it may be published so{{/_}}</label></div>{{#ASKED}}<p class="v-error-text v-gap-2" id="seen-error">{{#_}}Tick this when you have looked at what is listed.{{/_}}</p>{{/ASKED}}{{/SEEN}}<p class="v-gap-3"><button class="ds-button" type="submit">{{BUTTON}}</button></p></form></section>{{/PUBLISH}}
{{#DISCARD}}<details class="v-why v-gap-6"><summary>{{#_}}Discard this draft{{/_}}</summary><p class="v-text v-gap-3">{{#_}}A discarded draft can be read, but no longer changed or published.{{/_}}</p>
<form class="v-gap-3" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="version" value="{{VERSION}}"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Discard{{/_}}</button></form></details>{{/DISCARD}}
