<p class="v-eyebrow">{{CALL}}</p>
<h1>{{TITLE}}</h1>
<nav class="v-gap-4" aria-label="{{#_}}Pages of the call{{/_}}"><ul class="v-filter">{{#PAGE_LINK}}<li><a href="{{ADDRESS}}"{{#HERE}} aria-current="true"{{/HERE}}>{{NAME}}</a></li>{{/PAGE_LINK}}</ul></nav>
<div role="status" class="v-moved" data-moved>{{#MOVED}}<p class="v-note v-gap-4">{{TEXT}}</p>{{/MOVED}}</div>
{{#CONFLICT}}<section class="v-gap-4" aria-labelledby="both"><h2 id="both">{{#_}}Both texts{{/_}}</h2>
<p class="v-text v-gap-2">{{#_}}What you typed stands in the fields below. Saving puts it in the place of what is saved now.{{/_}}</p>
<table class="v-table v-fold v-gap-3"><caption class="ds-sr-only">{{#_}}Saved now and typed by you{{/_}}</caption><thead><tr><th scope="col">{{#_}}Field{{/_}}</th><th scope="col">{{#_}}Saved now{{/_}}</th><th scope="col">{{#_}}You typed{{/_}}</th></tr></thead><tbody>{{#DIFFERENCE}}<tr><th scope="row">{{LABEL}}</th><td class="v-pre" data-is="{{#_}}Saved now{{/_}}">{{SAVED}}</td><td class="v-pre" data-is="{{#_}}You typed{{/_}}">{{TYPED}}</td></tr>{{/DIFFERENCE}}</tbody></table></section>{{/CONFLICT}}
<form class="v-editing v-gap-5" action="{{ACTION}}" method="post" novalidate data-editing>
<input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="version" value="{{VERSION}}"><button class="ds-sr-only" type="submit" name="do" value="" tabindex="-1" aria-hidden="true">{{#_}}Save{{/_}}</button>
<div class="v-editing__grid">{{>TABLE}}</div>
<p class="v-actions v-gap-6"><button class="ds-button" type="submit" name="next" value="1">{{#_}}Save and continue{{/_}}</button><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Save{{/_}}</button><a href="{{PREVIEW}}">{{#_}}Preview{{/_}}</a></p>
{{#REMOVE_THIS}}<details class="v-why v-gap-6"><summary>{{#SECTION}}{{#_}}Remove this section{{/_}}{{/SECTION}}{{#QUESTION}}{{#_}}Remove this question{{/_}}{{/QUESTION}}</summary><p class="v-gap-3"><button class="ds-button" data-variant="secondary" type="submit" name="do" value="{{DO}}">{{#_}}Remove{{/_}}</button></p></details>{{/REMOVE_THIS}}
</form>
