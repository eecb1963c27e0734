<div class="v-preview__mark" role="note"><strong>{{#_}}Preview{{/_}}</strong> <span>{{#_}}This is how an applicant will see it. Nothing here is published or saved.{{/_}}</span> <a href="{{BACK}}">{{#_}}Back to the draft{{/_}}</a></div>
<nav class="v-gap-4" aria-label="{{#_}}Parts of the preview{{/_}}"><ul class="v-filter">{{#LINK}}<li><a href="{{ADDRESS}}"{{#HERE}} aria-current="true"{{/HERE}}>{{NAME}}</a></li>{{/LINK}}</ul></nav>
{{#NOT_YET}}<p class="v-text v-gap-5">{{#_}}The page of the call can be shown when its pots, shares and cost models are whole. The sections of the form can be looked at already.{{/_}}</p>{{/NOT_YET}}
{{#CALL}}<div class="v-preview v-gap-5">{{>PAGE}}</div>{{/CALL}}
{{#SECTION}}<fieldset class="v-preview v-gap-5" disabled><legend class="ds-sr-only">{{#_}}Preview{{/_}}</legend>{{>PAGE}}</fieldset>{{#CONDITIONS}}<section class="v-section" aria-labelledby="conditions"><h2 id="conditions">{{#_}}What depends on other answers{{/_}}</h2>
<p class="v-text v-gap-3">{{#_}}The preview shows every question. An applicant sees these only when the condition holds, or must answer them then.{{/_}}</p>
<dl class="v-keys v-gap-4">{{#CONDITION}}<div><dt>{{NAME}}</dt><dd>{{WHAT}} <code class="v-code">{{TEXT}}</code></dd></div>{{/CONDITION}}</dl></section>{{/CONDITIONS}}{{/SECTION}}
